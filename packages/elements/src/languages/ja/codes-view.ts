import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: 'リカバリーコードを保存してください',
  showDescription:
    '認証に使うデバイスやアプリを失っても、各コードで 1 回ずつサインインできます。表示されるのは今だけです。安全な場所に、同じデバイスだけでなく別の場所にも保管してください。',
  copy: 'コピー',
  copied: 'コピーしました',
  copyFailed: 'ここではコピーできません。コードをダウンロードするか、印刷してください。',
  download: 'ダウンロード',
  print: '印刷',
  iHaveSaved: 'リカバリーコードを保存しました',
  continue: '続ける',
  working: 'しばらくお待ちください…',
  codesFor: (service) => `${service} のリカバリーコード`,
};
