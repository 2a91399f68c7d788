/**
 * Writes a language model of its own making in the GGUF format (version 3, ggml's `docs/gguf.md`): the architecture of
 * Llama with one layer and random weights. It knows nothing, but an engine loads it, reads prompts with it and draws
 * tokens from it as from any other.
 */
import { writeFileSync } from 'node:fs';

const types = { uint32: 4, float32: 6, string: 8, array: 9, int32: 5 };
/** The kinds of tokens of a SentencePiece vocabulary. */
const kinds = { normal: 1, unknown: 2, control: 3, byte: 6 };
const align = 32;
const shape = { context: 8_192, width: 64, inner: 128, heads: 4 };

/** Writes the model, the same bytes each time for the same words; the words become tokens. */
export function writeTinyModel(file, words) {
  const tokens = vocabulary(words);
  const fields = fieldsOf(tokens);
  const tensors = tensorsOf(tokens.length);
  const parts = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(fields.length), ...fields];
  let offset = 0;
  for (const { name, dims } of tensors) {
    parts.push(string(name), u32(dims.length), ...dims.map(u64), u32(0), u64(offset));
    offset += padded(4 * size(dims));
  }
  const head = Buffer.concat(parts);
  const random = seeded(20_261);
  const data = tensors.map(({ name, dims }) => weights(size(dims), name.endsWith('norm.weight') ? () => 1 : random));
  writeFileSync(file, Buffer.concat([head, Buffer.alloc(padded(head.length) - head.length), ...data]));
}

function vocabulary(words) {
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  return [
    { text: '<unk>', kind: kinds.unknown, score: 0 },
    { text: '<s>', kind: kinds.control, score: 0 },
    { text: '</s>', kind: kinds.control, score: 0 },
    ...bytes.map((text) => ({ text, kind: kinds.byte, score: 0 })),
    ...[...new Set(words)].map((text, index) => ({ text, kind: kinds.normal, score: -index })),
  ];
}

function fieldsOf(tokens) {
  const llama = (name) => `llama.${name}`;
  return [
    field('general.architecture', types.string, string('llama')),
    field('general.name', types.string, string('Tiny')),
    field(llama('context_length'), types.uint32, u32(shape.context)),
    field(llama('embedding_length'), types.uint32, u32(shape.width)),
    field(llama('block_count'), types.uint32, u32(1)),
    field(llama('feed_forward_length'), types.uint32, u32(shape.inner)),
    field(llama('attention.head_count'), types.uint32, u32(shape.heads)),
    field(llama('attention.head_count_kv'), types.uint32, u32(shape.heads)),
    field(llama('attention.layer_norm_rms_epsilon'), types.float32, f32(1e-5)),
    field(llama('rope.dimension_count'), types.uint32, u32(shape.width / shape.heads)),
    field('tokenizer.ggml.model', types.string, string('llama')),
    field('tokenizer.ggml.tokens', types.array, array(types.string, tokens.map(({ text }) => string(text)))),
    field('tokenizer.ggml.scores', types.array, array(types.float32, tokens.map(({ score }) => f32(score)))),
    field('tokenizer.ggml.token_type', types.array, array(types.int32, tokens.map(({ kind }) => u32(kind)))),
    field('tokenizer.ggml.bos_token_id', types.uint32, u32(1)),
    field('tokenizer.ggml.eos_token_id', types.uint32, u32(2)),
  ];
}

function tensorsOf(tokens) {
  const { width, inner } = shape;
  const block = (name, ...dims) => ({ name: `blk.0.${name}.weight`, dims });
  return [
    { name: 'token_embd.weight', dims: [width, tokens] },
    block('attn_norm', width),
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((name) => block(name, width, width)),
    block('ffn_norm', width),
    block('ffn_gate', width, inner),
    block('ffn_up', width, inner),
    block('ffn_down', inner, width),
    { name: 'output_norm.weight', dims: [width] },
    { name: 'output.weight', dims: [width, tokens] },
  ];
}

const size = (dims) => dims.reduce((product, dim) => product * dim, 1);
const padded = (bytes) => Math.ceil(bytes / align) * align;

function u32(value) {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function u64(value) {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function f32(value) {
  const buffer = Buffer.alloc(4);
  buffer.writeFloatLE(value);
  return buffer;
}

function string(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([u64(bytes.length), bytes]);
}

const array = (type, items) => Buffer.concat([u32(type), u64(items.length), ...items]);
const field = (key, type, value) => Buffer.concat([string(key), u32(type), value]);

function weights(count, next) {
  const buffer = Buffer.alloc(padded(4 * count));
  for (let index = 0; index < count; index += 1) buffer.writeFloatLE(next(), 4 * index);
  return buffer;
}

/** A generator of small numbers around zero (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 - 0.5) * 0.2;
  };
}
