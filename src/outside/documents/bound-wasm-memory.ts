const PAGE = 65_536;
const MOST = 768 * 1024 * 1024;

/** As much of `WebAssembly.Memory` as is needed here; the types of Node leave it out. */
type WasmMemory = { readonly buffer: ArrayBuffer; grow(pages: number): number };

/**
 * Bounds the memory of WebAssembly modules in this process: the limits of the engine do not count it, and a small PDF or HEIC can ask for gigabytes. What
 * is refused looks to the module like a machine without memory. 768 MB decode a HEIC of 50 megapixels.
 */
export function boundWasmMemory(): void {
  const wasm: { readonly Memory: { readonly prototype: WasmMemory } } = Reflect.get(
    globalThis,
    'WebAssembly',
  );
  const { prototype } = wasm.Memory;
  const { grow } = prototype;
  Object.defineProperty(prototype, 'grow', {
    value(this: WasmMemory, pages: number): number {
      if (this.buffer.byteLength + pages * PAGE > MOST) throw new RangeError('no more memory for this file');
      return grow.call(this, pages);
    },
  });
}
