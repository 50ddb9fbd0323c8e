import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: 'Salve seus códigos de recuperação',
  showDescription:
    'Se você ficar sem seu autenticador, cada um destes códigos permite entrar uma vez. Eles só são exibidos agora: guarde-os em um lugar seguro, e não apenas no mesmo dispositivo.',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'Não é possível copiar aqui. Em vez disso, baixe ou imprima os códigos.',
  download: 'Baixar',
  print: 'Imprimir',
  iHaveSaved: 'Salvei meus códigos de recuperação',
  continue: 'Continuar',
  working: 'Um momento…',
  codesFor: (service) => `Códigos de recuperação para ${service}`,
};
