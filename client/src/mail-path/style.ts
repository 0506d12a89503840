/** The view's looks: the colours of the theme, and room from a narrow side bar to a wide panel. */
export const style = `
body { padding: 0 1rem 1rem; color: var(--vscode-foreground); font: var(--vscode-font-weight) var(--vscode-font-size) / 1.4 var(--vscode-font-family); }
.path { margin: 0.75rem 0 0.25rem; font-size: 1.3em; font-weight: 600; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.way { margin: 0.75rem 0 0.5rem; font-size: 1.05em; font-weight: 600; }
p { margin: 0; }
ol, ul { margin: 0; padding: 0; list-style: none; }
select { max-width: 100%; padding: 0.15rem 0.3rem; color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background); border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent)); font: inherit; }
.summary, .reason, .key { color: var(--vscode-descriptionForeground); }
.key { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-top: 0.25rem; font-size: 0.9em; }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 1.5rem; align-items: start; }
.chains { display: flex; flex-wrap: wrap; gap: 1rem; }
.chain { flex: 1 1 15rem; min-width: 0; }
.chain > li + li { position: relative; padding-top: 1.25rem; }
.chain > li + li::before, .chain > li + li::after { content: ''; position: absolute; left: 1.25rem; border-color: var(--vscode-descriptionForeground); border-style: solid; }
.chain > li + li::before { top: 0.1rem; height: 0.85rem; border-width: 0 0 0 1px; }
.chain > li + li::after { top: 0.6rem; margin-left: -2.5px; width: 5px; height: 5px; border-width: 0 1px 1px 0; transform: rotate(45deg); }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.card { flex: 1 1 12rem; min-width: 0; padding: 0.4rem 0.6rem 0.5rem; background: var(--vscode-editorWidget-background); border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent)); border-left: 3px solid var(--state); border-radius: 3px; overflow-wrap: anywhere; }
.card .card { flex-basis: auto; margin-top: 0.4rem; background: var(--vscode-editor-background); }
.good { --state: var(--vscode-terminal-ansiGreen, var(--vscode-charts-green)); }
.doubtful { --state: var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow)); }
.bad { --state: var(--vscode-editorError-foreground, var(--vscode-charts-red)); }
.unknown { --state: var(--vscode-descriptionForeground); }
.unknown.card { border-left-style: dashed; }
.mark { display: inline-block; width: 1.2em; color: var(--state); font-weight: 700; text-align: center; }
.title { font-weight: 600; }
button.step { display: inline; padding: 0; border: 0; background: none; color: var(--vscode-textLink-foreground); font: inherit; text-align: left; cursor: pointer; overflow-wrap: anywhere; }
button.step:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
button.step:focus-visible, select:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
