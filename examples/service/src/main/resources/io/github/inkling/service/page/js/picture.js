// Makes of a file what can be sent and shown.

import { Unfit } from './problems.js';

/** A page is read at much less than this; more only costs the way. */
const MOST_PIXELS = 12_000_000;
const QUALITY = 0.92;

/**
 * @typedef {object} Picture
 * @property {Blob} blob what is sent, and shown where the browser can
 * @property {string} name
 * @property {boolean} shown whether the browser can show it
 * @property {boolean} reduced whether it was made smaller
 */

/**
 * The picture, made smaller if the server would find it too large.
 * @param {File} file
 * @param {{bodyBytes: number}} limits
 * @returns {Promise<Picture>}
 */
export async function prepare(file, limits) {
  const name = file.name || 'The picture';
  const bitmap = await decode(file);
  if (!bitmap) {
    if (file.type && !file.type.startsWith('image/')) {
      throw new Unfit(`${name} is no picture. Choose a PNG, JPEG, WebP, BMP or TIFF file.`);
    }
    if (file.size > limits.bodyBytes) {
      throw new Unfit(`${name} has ${megabytes(file.size)}; the server takes up to `
        + `${megabytes(limits.bodyBytes)}, and this browser cannot make it smaller, as it does not `
        + 'know the format. Save it as a smaller PNG or JPEG.');
    }
    return { blob: file, name, shown: false, reduced: false };
  }
  const tooLarge = file.size > limits.bodyBytes || bitmap.width * bitmap.height > MOST_PIXELS;
  const blob = tooLarge ? await reduce(bitmap, limits.bodyBytes) : file;
  bitmap.close();
  return { blob, name, shown: true, reduced: tooLarge };
}

/** Whether it is a TIFF, by its name or by how it begins: most browsers cannot show it. */
export async function isTiff(blob) {
  const start = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  const text = String.fromCharCode(...start);
  return blob.type === 'image/tiff' || text === 'II*\0' || text === 'MM\0*';
}

/** A small JPEG, as a data URL, to be kept. */
export async function preview(blob, longestSide) {
  const bitmap = await decode(blob);
  if (!bitmap) {
    return null;
  }
  const canvas = paint(bitmap, Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height)));
  bitmap.close();
  return canvas.toDataURL('image/jpeg', 0.7);
}

/** Upright, as EXIF says; null where the browser does not know the format. */
async function decode(blob) {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

async function reduce(bitmap, mostBytes) {
  let scale = Math.min(1, Math.sqrt(MOST_PIXELS / (bitmap.width * bitmap.height)));
  for (;;) {
    const canvas = paint(bitmap, scale);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (blob && blob.size <= mostBytes) {
      return blob;
    }
    scale *= 0.7;
    if (bitmap.width * scale < 100) {
      throw new Unfit('The picture cannot be made small enough for the server.');
    }
  }
}

/** On white, as JPEG has no transparency, and would make it black. */
function paint(bitmap, scale) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
