/** The one view in which recovery codes are shown. */
export const codesView = {
  showHeading: 'Save your recovery codes',
  showDescription:
    'If your authenticator is gone, each of these codes signs you in once. They are shown only now: keep them somewhere safe, and not on the same device alone.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying isn’t possible here. Download or print the codes instead.',
  download: 'Download',
  print: 'Print',
  iHaveSaved: 'I have saved my recovery codes',
  continue: 'Continue',
  working: 'One moment…',
  /** Heads the file and the printed sheet. @param service such as "notes.example.com" */
  codesFor: (service: string) => `Recovery codes for ${service}`,
};

export type CodesViewStrings = typeof codesView;
