/**
 * How mails look. In light, each element carries its style itself: some mail programs drop every style sheet. The sheet has what a style
 * attribute cannot say, which is dark; who drops it reads dark on light.
 */
export const STYLES = {
  body: 'margin: 0; padding: 0; background-color: #f3f4f6; color: #1c2430',
  page: 'width: 100%; border-collapse: collapse; background-color: #f3f4f6',
  gutter: 'padding: 24px 8px',
  sheet:
    'width: 100%; max-width: 560px; margin: 0 auto; border-collapse: separate; border-spacing: 0; background-color: #ffffff; border: 1px solid #dce0e6; border-radius: 12px',
  content:
    "padding: 28px 20px; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #1c2430; text-align: start; overflow-wrap: anywhere; word-break: break-word",
  service: 'margin: 0 0 20px; font-size: 15px; font-weight: 600; color: #566173',
  heading:
    'margin: 0 0 16px; font-size: 20px; line-height: 1.3; font-weight: 650; color: #1c2430; hyphens: auto',
  paragraph: 'margin: 0 0 16px',
  facts: 'width: 100%; margin: 0 0 20px; border-collapse: collapse; border-top: 1px solid #dce0e6',
  name: 'width: 34%; padding: 10px 12px 10px 0; border-bottom: 1px solid #dce0e6; font-size: 15px; font-weight: 400; color: #566173; text-align: start; vertical-align: top',
  value:
    'padding: 10px 0; border-bottom: 1px solid #dce0e6; font-size: 15px; text-align: start; vertical-align: top',
  button:
    'display: inline-block; padding: 12px 20px; border: 1px solid #1d4f8c; border-radius: 8px; background-color: #1d4f8c; color: #ffffff; font-weight: 600; text-decoration: none',
  quietButton:
    'display: inline-block; padding: 12px 20px; border: 1px solid #8a5a10; border-radius: 8px; background-color: #fdf6e7; color: #6b4304; font-weight: 600; text-decoration: none',
  address: 'margin: 0 0 20px; font-size: 13px; color: #566173',
  notYou:
    'margin: 0 0 20px; padding: 16px 16px 2px; border-inline-start: 4px solid #c98a1b; border-radius: 4px; background-color: #fdf6e7',
  notYouHeading: 'margin: 0 0 8px; font-size: 16px; line-height: 1.4; font-weight: 650; color: #1c2430',
  notYouParagraph: 'margin: 0 0 14px',
  signature: 'margin: 0',
  footer: 'padding: 18px 20px 20px; border-top: 1px solid #dce0e6; font-size: 13px; line-height: 1.5',
  footerParagraph: 'margin: 0 0 8px; color: #566173',
  // Read out by no one: what it says comes again below.
  preheader:
    'display: none; max-height: 0; max-width: 0; overflow: hidden; opacity: 0; font-size: 1px; line-height: 1px; color: #f3f4f6; mso-hide: all',
} as const;

/** For programs that keep style sheets. `u + .body` finds Gmail, which drops the sheet when it meets what it does not know: nothing here is such. */
export const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .body, .page { background-color: #12161c !important; }
  .sheet { background-color: #1b212a !important; border-color: #343d4a !important; }
  .content, .heading { color: #e8ecf1 !important; }
  .quiet { color: #a9b4c2 !important; }
  .line { border-color: #343d4a !important; }
  .button { background-color: #8fbdf2 !important; border-color: #8fbdf2 !important; color: #0d1826 !important; }
  .not-you { background-color: #2b2417 !important; border-color: #d9a441 !important; }
  .quiet-button { background-color: #2b2417 !important; border-color: #d9a441 !important; color: #f3d9a4 !important; }
}
`;
