import { isolated } from '../../mail-format.ts';
import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'שלום,',
  when: 'מתי',
  address: 'מהכתובת',
  place: 'באזור',
  device: 'מכשיר',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(', '),
  ifNotYou: 'אם לא אתם עשיתם זאת',
  linkAddress: 'או פתחו את הכתובת הזו:',
  signature: (serviceName) => `צוות ${isolated(serviceName)}`,
  why: (serviceName) =>
    `קיבלתם את ההודעה כי הכתובת הזו שייכת לחשבון שלכם ב-${isolated(serviceName)}. אי אפשר לכבות הודעות על אבטחת החשבון.`,
  contact: (contact) => `לעזרה: ${isolated(contact)}`,
};
