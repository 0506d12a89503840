import { isFileName, largestSet, type NamedText } from './file-set.ts';

/** What dropped, pasted or chosen files came to. */
export interface Incoming {
  readonly files: readonly NamedText[];
  /** Why others were left out, in a sentence each. */
  readonly refused: readonly string[];
}

export async function readFiles(given: Iterable<File>): Promise<Incoming> {
  const files: NamedText[] = [],
    refused: string[] = [];
  let size = 0;
  for (const file of given) {
    size += file.size;
    if (size > largestSet) refused.push(`${file.name} is too large for the playground.`);
    else if (!isFileName(file.name)) refused.push(`${file.name} isn't a file name.`);
    else {
      const text = await file.text();
      // A zone file has no NUL; what has one is a program, a picture or a database.
      if (text.includes('\0')) refused.push(`${file.name} isn't text.`);
      else files.push({ name: file.name, text });
    }
  }
  return { files, refused };
}

/** Hears of files and text that are dropped or pasted anywhere on the page, the editor's own pasting excepted. */
export function listenForFiles(take: (files: readonly File[]) => void, takeText: (text: string) => void): void {
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  for (const end of ['dragleave', 'drop', 'dragend'])
    document.addEventListener(end, () => document.body.classList.remove('dropping'));
  document.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  });
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])],
      text = event.clipboardData?.getData('text/plain') ?? '';
    const into = event.target instanceof Element ? event.target : undefined;
    if (files.length > 0) take(files);
    else if (text.trim() !== '' && into?.closest('input, textarea, [contenteditable], .monaco-editor, dialog') == null)
      takeText(text);
    else return;
    event.preventDefault();
  });
}
