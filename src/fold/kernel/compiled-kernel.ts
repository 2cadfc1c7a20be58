import { wasm } from "virtual:kernel";

let compiling: Promise<WebAssembly.Module> | null = null;

/** The kernel, compiled once: on other threads, so that whoever soon needs it has it begun while there is else to do. */
export function compiledKernel(): Promise<WebAssembly.Module> {
  return (compiling ??= WebAssembly.compile(wasm));
}
