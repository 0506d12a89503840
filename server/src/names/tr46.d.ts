/** The part of the package's interface that is used here: it has no types of its own. */
declare module 'tr46' {
  interface Options {
    readonly checkHyphens?: boolean;
    readonly checkBidi?: boolean;
    readonly checkJoiners?: boolean;
    readonly useSTD3ASCIIRules?: boolean;
    readonly verifyDNSLength?: boolean;
    readonly transitionalProcessing?: boolean;
  }
  /** The name with A-labels; null when it can have none. */
  export function toASCII(name: string, options?: Options): string | null;
  /** The name with U-labels. */
  export function toUnicode(name: string, options?: Options): { readonly domain: string; readonly error: boolean };
}
