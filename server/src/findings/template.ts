import type { Values } from './code.ts';

/** Fills `{name}` in a template; an argument that is missing stays visible. Control characters in values are shown as escapes. */
export function fillTemplate(template: string, args: Values | undefined): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args?.[name];
    return value === undefined ? whole : typeof value === 'number' ? String(value) : visible(value);
  });
}

function visible(text: string): string {
  const shown = text.length > 200 ? `${text.slice(0, 120)}…${text.slice(-40)}` : text;
  return shown.replace(/[\u0000-\u001f\u007f]/g, (c) => `\\${String(c.charCodeAt(0)).padStart(3, '0')}`);
}
