import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: 'Guarde sus códigos de recuperación',
  showDescription:
    'Si ya no tiene su autenticador, cada uno de estos códigos le permite iniciar sesión una vez. Solo se muestran ahora: guárdelos en un lugar seguro, y no únicamente en el mismo dispositivo.',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'Aquí no es posible copiar. Descargue o imprima los códigos.',
  download: 'Descargar',
  print: 'Imprimir',
  iHaveSaved: 'He guardado mis códigos de recuperación',
  continue: 'Continuar',
  working: 'Un momento…',
  codesFor: (service) => `Códigos de recuperación para ${service}`,
};
