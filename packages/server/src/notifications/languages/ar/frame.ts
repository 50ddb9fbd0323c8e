import { isolated } from '../../mail-format.ts';
import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'مرحبًا،',
  when: 'الوقت',
  address: 'من العنوان',
  place: 'بالقرب من',
  device: 'الجهاز',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join('، '),
  ifNotYou: 'إذا لم تكن أنت',
  linkAddress: 'أو افتح هذا العنوان:',
  signature: (serviceName) => `فريق ${isolated(serviceName)}`,
  why: (serviceName) =>
    `تصلك هذه الرسالة لأن هذا العنوان مرتبط بحسابك في ${isolated(serviceName)}. لا يمكن إيقاف الرسائل المتعلقة بأمان حسابك.`,
  contact: (contact) => `إذا احتجت إلى مساعدة: ${isolated(contact)}`,
};
