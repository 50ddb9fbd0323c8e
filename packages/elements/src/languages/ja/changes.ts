import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: '名前',
  save: '保存',
  nameMissing: '名前を入力してください。',
  renamed: (name) => `名前を「${name}」に変更しました。`,
  removed: (name) => `「${name}」を削除しました。`,
  working: 'しばらくお待ちください…',
};
