import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'نشاط الأمان',
  description: 'ما حدث في حسابك. إذا لم تكن أنت من فعل شيئًا منه، فأخبرنا: سنرشدك إلى ما يجب فعله.',
  workspaceHeading: 'نشاط مساحة العمل',
  workspaceDescription: 'ما حدث في حسابات مساحة عملك، ومن فعله.',
};
