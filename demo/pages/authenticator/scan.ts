/** A larger picture is made smaller first: finding a code in it would take seconds otherwise, and a code is legible at this size. */
const LARGEST_SIDE = 1600;

/**
 * Looks for a QR code.
 *
 * @param picture A file, or a frame of a shared screen.
 * @returns what it says, or undefined when there is none.
 */
export async function scan(picture: Blob | HTMLVideoElement): Promise<string | undefined> {
  const { default: readCode } = await import('jsqr');
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  // A picture with a transparent ground would become black on black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return readCode(data, width, height)?.data;
}

/** Asks for a tab or a window, looks once, and stops sharing at once. */
export async function scanScreen(): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
  try {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    return await scan(video);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
