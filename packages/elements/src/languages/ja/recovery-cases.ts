import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: '復旧案件',
  description:
    'サインインの手段をすべて失った人のためのものです。担当者の 1 人が本人確認をして案件を開始し、別の人が決定します。',
};
