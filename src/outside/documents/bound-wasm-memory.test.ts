import assert from 'node:assert/strict';
import test from 'node:test';
import { boundWasmMemory } from './bound-wasm-memory.ts';

type Memory = { grow(pages: number): number; readonly buffer: ArrayBuffer };
const PAGES_PER_MEGABYTE = 16;

test('a module gets what a large picture needs, and no more', () => {
  const wasm: { readonly Memory: new (size: { readonly initial: number }) => Memory } = Reflect.get(
    globalThis,
    'WebAssembly',
  );
  const before = new wasm.Memory({ initial: 1 });
  assert.equal(before.grow(800 * PAGES_PER_MEGABYTE), 1);
  boundWasmMemory();
  const memory = new wasm.Memory({ initial: 1 });
  assert.equal(memory.grow(700 * PAGES_PER_MEGABYTE), 1);
  assert.throws(() => memory.grow(100 * PAGES_PER_MEGABYTE), RangeError);
  assert.equal(memory.grow(0), memory.buffer.byteLength / 65_536);
});
