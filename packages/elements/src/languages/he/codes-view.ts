import type { CodesViewStrings } from '../en/codes-view.js';
import { isolated } from '../format.js';

export const codesView: CodesViewStrings = {
  showHeading: 'שמירת קודי השחזור',
  showDescription:
    'אם תאבדו את המכשיר או את אפליקציית האימות, כל אחד מהקודים האלה יאפשר לכם כניסה אחת. הם מוצגים רק עכשיו: שמרו אותם במקום בטוח, ולא רק באותו מכשיר.',
  copy: 'העתקה',
  copied: 'הועתק',
  copyFailed: 'אין אפשרות להעתיק כאן. הורידו את הקודים או הדפיסו אותם.',
  download: 'הורדה',
  print: 'הדפסה',
  iHaveSaved: 'שמרתי את קודי השחזור',
  continue: 'המשך',
  working: 'רק רגע…',
  codesFor: (service) => `קודי שחזור עבור ${isolated(service)}`,
};
