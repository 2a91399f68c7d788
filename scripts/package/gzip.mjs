#!/usr/bin/env node
/**
 * Stands in for 7za, of which the packager needs one thing for a `tar.gz` and would download it: to compress one file.
 * Called as `7za a … -tgzip … -mx=LEVEL OUT IN`.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const given = process.argv.slice(2);
const [to, from] = given.slice(-2);
if (!to?.endsWith('.gz') || !from) {
  console.error('Only gzip is made here; set ELECTRON_BUILDER_7ZIP_PATH to a 7za for other archives.');
  process.exit(1);
}
const level = Number(given.find((word) => word.startsWith('-mx='))?.slice('-mx='.length) ?? 9);
await pipeline(createReadStream(from), createGzip({ level }), createWriteStream(to));
