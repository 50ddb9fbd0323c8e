import type { RememberedDevicesStrings } from '../en/remembered-devices.js';
import { isolated } from '../format.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'מכשירים שמורים',
  description: 'במכשיר שמור הסיסמה מספיקה לכניסה, לכל היותר למשך 30 יום; פעולות מסוכנות דורשות אימות נוסף.',
  current: 'המכשיר הזה',
  unknown: 'דפדפן לא מוכר',
  lastUsed: 'שימוש אחרון:',
  neverUsed: 'עדיין לא היה בשימוש',
  since: 'שמור מאז:',
  until: 'עד',
  empty: 'אין מכשירים שמורים.',
  revoke: () => 'שכחה',
  ask: (name, current) =>
    current
      ? 'לשכוח את הדפדפן הזה? בכניסה הבאה כאן תתבקשו לבצע את השלב השני.'
      : `לשכוח את "${isolated(name)}"? בכניסה הבאה שם תתבקשו לבצע את השלב השני.`,
  revoked: (name) => `המכשיר "${isolated(name)}" נשכח.`,
  revokeAll: 'שכחת כולם',
  askAll: 'לשכוח את כל המכשירים השמורים? בכניסה הבאה בכל אחד מהם תתבקשו לבצע את השלב השני.',
  revokedAll: 'כל המכשירים השמורים נשכחו.',
  working: 'רק רגע…',
};
