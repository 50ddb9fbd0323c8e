import type { ChangesStrings } from '../en/changes.js';

export const changes: ChangesStrings = {
  name: '名称',
  save: '保存',
  nameMissing: '请输入名称。',
  renamed: (name) => `已重命名为“${name}”。`,
  removed: (name) => `已移除“${name}”。`,
  working: '请稍候…',
};
