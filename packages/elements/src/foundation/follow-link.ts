/**
 * Goes where a link would, without a link in the page: what is in its address, such as a secret, never becomes an attribute there.
 *
 * @param download name of a file to save instead.
 */
export function followLink(address: string, download = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = download;
  if (!download) link.removeAttribute('download');
  link.click();
}
