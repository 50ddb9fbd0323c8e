/** The parts of a code field, under their names in the card around it. */
export const CODE_INPUT_PARTS =
  'code-input__boxes,code-input__box,code-input__box-filled,code-input__box-active,code-input__error';

/** What an element hands on of an enrolment in it but the card itself, so that a page styles one card through all steps. */
export const ENROLL_PARTS = `header,title,description,step,method,qr,secret,copy-button,codes,code,device,hint,label,input,error,loading,empty,actions,button,button-primary,button-quiet,footer,${CODE_INPUT_PARTS}`;
