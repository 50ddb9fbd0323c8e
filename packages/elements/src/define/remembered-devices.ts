import { RememberedDevices } from '../remembered-devices/remembered-devices.js';

if (!customElements.get('remembered-devices')) customElements.define('remembered-devices', RememberedDevices);

declare global {
  interface HTMLElementTagNameMap {
    'remembered-devices': RememberedDevices;
  }
}

export { RememberedDevices };
