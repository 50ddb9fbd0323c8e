/** A true QR code, if only of the word SCRIPTED: what stories show must look as it will. */
export const scriptedQr = {
  size: 29,
  path:
    'M4 4h7v1h-7zM12 4h2v1h-2zM16 4h1v1h-1zM18 4h7v1h-7zM4 5h1v1h-1zM10 5h1v1h-1zM13 5h1v1h-1z' +
    'M16 5h1v1h-1zM18 5h1v1h-1zM24 5h1v1h-1zM4 6h1v1h-1zM6 6h3v1h-3zM10 6h1v1h-1zM12 6h1v1h-1z' +
    'M14 6h1v1h-1zM16 6h1v1h-1zM18 6h1v1h-1zM20 6h3v1h-3zM24 6h1v1h-1zM4 7h1v1h-1zM6 7h3v1h-3z' +
    'M10 7h1v1h-1zM12 7h1v1h-1zM15 7h1v1h-1zM18 7h1v1h-1zM20 7h3v1h-3zM24 7h1v1h-1zM4 8h1v1h-1z' +
    'M6 8h3v1h-3zM10 8h1v1h-1zM12 8h3v1h-3zM18 8h1v1h-1zM20 8h3v1h-3zM24 8h1v1h-1zM4 9h1v1h-1z' +
    'M10 9h1v1h-1zM18 9h1v1h-1zM24 9h1v1h-1zM4 10h7v1h-7zM12 10h1v1h-1zM14 10h1v1h-1zM16 10h1v1h-1z' +
    'M18 10h7v1h-7zM13 11h2v1h-2zM4 12h4v1h-4zM10 12h1v1h-1zM12 12h1v1h-1zM14 12h1v1h-1zM17 12h1v1h-1z' +
    'M20 12h3v1h-3zM24 12h1v1h-1zM13 13h1v1h-1zM16 13h1v1h-1zM19 13h1v1h-1zM4 14h1v1h-1zM6 14h5v1h-5z' +
    'M14 14h1v1h-1zM16 14h5v1h-5zM5 15h2v1h-2zM8 15h1v1h-1zM12 15h1v1h-1zM14 15h1v1h-1zM16 15h2v1h-2z' +
    'M22 15h1v1h-1zM24 15h1v1h-1zM7 16h1v1h-1zM9 16h2v1h-2zM12 16h2v1h-2zM15 16h1v1h-1zM17 16h1v1h-1z' +
    'M20 16h1v1h-1zM23 16h2v1h-2zM12 17h1v1h-1zM14 17h1v1h-1zM17 17h1v1h-1zM21 17h1v1h-1zM24 17h1v1h-1z' +
    'M4 18h7v1h-7zM14 18h1v1h-1zM17 18h2v1h-2zM20 18h3v1h-3zM4 19h1v1h-1zM10 19h1v1h-1zM13 19h1v1h-1z' +
    'M15 19h5v1h-5zM22 19h1v1h-1zM4 20h1v1h-1zM6 20h3v1h-3zM10 20h1v1h-1zM14 20h2v1h-2zM18 20h1v1h-1z' +
    'M20 20h5v1h-5zM4 21h1v1h-1zM6 21h3v1h-3zM10 21h1v1h-1zM12 21h1v1h-1zM17 21h1v1h-1zM19 21h2v1h-2z' +
    'M23 21h1v1h-1zM4 22h1v1h-1zM6 22h3v1h-3zM10 22h1v1h-1zM12 22h4v1h-4zM17 22h1v1h-1zM19 22h1v1h-1z' +
    'M22 22h1v1h-1zM4 23h1v1h-1zM10 23h1v1h-1zM12 23h5v1h-5zM18 23h1v1h-1zM21 23h2v1h-2zM4 24h7v1h-7z' +
    'M12 24h1v1h-1zM15 24h2v1h-2zM19 24h3v1h-3zM23 24h1v1h-1z',
};
