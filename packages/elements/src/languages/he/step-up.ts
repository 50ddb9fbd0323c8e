import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'אימות הזהות',
  description: 'למען האבטחה שלכם, הפעולה הזו דורשת אישור מחדש.',
};
