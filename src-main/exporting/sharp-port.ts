/** The picture library, in a module of its own: imported lazily by its own name, it does not load in every runtime. */
export { default as sharp } from 'sharp';
