// A file system in memory for the workbench in the browser: memfs:/ws holds a copy of the workspace that the host serves.
const vscode = require('vscode');

const top = '/ws';

class MemoryFiles {
  constructor() {
    this.files = new Map();
    this.folders = new Set(['/', top]);
    this.changed = new vscode.EventEmitter();
    this.onDidChangeFile = this.changed.event;
  }

  put(path, data) {
    for (let folder = path; (folder = folder.slice(0, folder.lastIndexOf('/'))) !== ''; ) this.folders.add(folder);
    this.files.set(path, { data, mtime: Date.now() });
  }

  file(uri) {
    const file = this.files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  watch() {
    return { dispose() {} };
  }

  stat(uri) {
    if (this.folders.has(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { data, mtime } = this.file(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: data.length };
  }

  readDirectory(uri) {
    const base = uri.path === '/' ? '/' : `${uri.path}/`;
    const children = (paths, type) =>
      [...paths]
        .filter((path) => path.startsWith(base) && path !== base && !path.slice(base.length).includes('/'))
        .map((path) => [path.slice(base.length), type]);
    return [...children(this.folders, vscode.FileType.Directory), ...children(this.files.keys(), vscode.FileType.File)];
  }

  createDirectory(uri) {
    this.folders.add(uri.path);
  }

  readFile(uri) {
    return this.file(uri).data;
  }

  writeFile(uri, data) {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.put(uri.path, data);
    this.changed.fire([{ type, uri }]);
  }

  delete(uri) {
    const inside = (path) => path === uri.path || path.startsWith(`${uri.path}/`);
    for (const path of [...this.files.keys()].filter(inside)) this.files.delete(path);
    for (const path of [...this.folders].filter(inside)) this.folders.delete(path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from, to) {
    this.put(to.path, this.file(from).data);
    this.files.delete(from.path);
    this.changed.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }
}

exports.activate = async (context) => {
  const memory = new MemoryFiles();
  const response = await fetch(vscode.Uri.joinPath(context.extensionUri, '../workspace.json').toString(true));
  for (const [path, base64] of Object.entries(await response.json()))
    memory.put(
      `${top}/${path}`,
      Uint8Array.from(atob(base64), (octet) => octet.charCodeAt(0)),
    );
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', memory, { isCaseSensitive: true }));
};
