const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp', 'image/svg+xml': 'svg',
  'image/avif': 'avif', 'image/tiff': 'tif',
};

/** The ending of a picture's file. */
export const extensionOf = (mime: string): string => extensions[mime] ?? 'bin';
