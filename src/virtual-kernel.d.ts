/** What AssemblyScript makes of `fold/kernel/assembly/` (scripts/kernel.js). */
declare module "virtual:kernel" {
  export const wasm: Uint8Array<ArrayBuffer>;
}

/** As much of it as is used: neither ES2023 nor Node's types have it. */
declare namespace WebAssembly {
  class Module {
    private readonly compiled: unknown;
  }
  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>;
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
}

/** `fold-worker.ts` with all that it needs, as text (scripts/kernel.js). */
declare module "virtual:fold-worker" {
  export const code: string;
}
