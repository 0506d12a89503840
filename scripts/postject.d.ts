declare module 'postject' {
  interface InjectOptions {
    readonly sentinelFuse?: string;
    readonly machoSegmentName?: string;
    readonly overwrite?: boolean;
  }
  /** Puts a resource into an executable of any of the three systems. */
  export function inject(file: string, resourceName: string, resource: Buffer, options?: InjectOptions): Promise<void>;
}
