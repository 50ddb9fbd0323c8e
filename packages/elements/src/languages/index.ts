export { registerLanguage, type PartialStrings, type Strings } from './registry.js';
