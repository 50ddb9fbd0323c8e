import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';
import { isolated } from '../format.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'لا يرى هذا النشاط إلا من يدير مساحة العمل هذه.',
  nobody: 'لا حساب معروف',
  by: {
    admin: (name) => `بواسطة ${isolated(name)}، الإدارة`,
    support: (name) => `بواسطة ${isolated(name)}، الدعم`,
    user: (name) => `بواسطة ${isolated(name)}`,
    system: () => 'بواسطة النظام',
    unknown: () => 'بواسطة شخص غير معروف',
  },
  reported: 'أبلغ صاحب الحساب أنه لم يفعل ذلك.',
  reports: 'ما أبلغ عنه الأعضاء',
  policy: 'سياسة مساحة العمل',
  events: {
    'auth.policy.changed': 'تغيّرت سياسة مساحة العمل',
    'auth.store.restored': 'تمت استعادة نسخة احتياطية: سُجّل خروج الجميع، وتوقفت كل رموز الاسترداد عن العمل',
    'auth.activity.reported': 'أبلغ صاحب الحساب عن أمر لم يفعله',
    other: 'حدث أمر يتعلق بأمان أحد الحسابات',
    'other:failure': 'جرت محاولة تخص أحد الحسابات وفشلت',
    'other:blocked': 'جرت محاولة تخص أحد الحسابات وحُظرت',
  },
};
