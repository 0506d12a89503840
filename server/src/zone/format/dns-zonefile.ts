import * as library from 'dns-zonefile';

type Library = typeof library;

/** The package exports its functions as properties of a default object, which its own types don't say. */
const { generate: print } = (library as unknown as { readonly default: Library }).default;

export type ZoneJson = Parameters<Library['generate']>[0];

/** A zone file from the package's JSON form, in a layout of ours when `template` is given. */
export const generate: (zone: ZoneJson, template?: string) => string = print;
