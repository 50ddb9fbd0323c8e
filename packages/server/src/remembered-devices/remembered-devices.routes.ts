import { z } from 'zod';
import { noContent, ok } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { route, type Route } from '../api/route.ts';
import { deviceName } from '../sessions/device-name.ts';
import { iso } from '../sessions/session-view.ts';
import type { DeviceOnList, RememberedDevices } from './remembered-devices.ts';

const listedDevice = z.object({
  id: z.string(),
  current: z.boolean(),
  label: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
});

const viewOfDevice = (device: DeviceOnList): z.infer<typeof listedDevice> => ({
  id: device.id,
  current: device.current,
  label: deviceName(device.userAgent),
  createdAt: iso(device.createdAt),
  lastUsedAt: device.lastUsedAt === undefined ? null : iso(device.lastUsedAt),
  expiresAt: iso(device.expiresAt),
});

const idOf = (parameters: Readonly<Record<string, string>>): string => parameters['id'] ?? '';

/** What a person does with the devices that are remembered for them. Forgetting one opens nothing, so it asks for no fresh proof. */
export function rememberedDevicesRoutes(devices: RememberedDevices): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/devices',
      summary: 'The remembered devices of the person, newest first',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: { status: 200, schema: z.object({ devices: z.array(listedDevice) }) },
      handle: async (call) => ok({ devices: (await devices.list(call)).map(viewOfDevice) }),
    }),
    route({
      method: 'DELETE',
      path: '/devices/:id',
      summary: 'Forget a remembered device: its next sign-in asks for the challenge again',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      audit: ['auth.device.forgotten'],
      answer: { status: 204 },
      owns: async (session, parameters) => {
        if (!(await devices.owns(session, idOf(parameters)))) throw new Problem('not_found');
      },
      handle: async (call) => {
        await devices.forget(call, idOf(call.parameters));
        return noContent();
      },
    }),
    route({
      method: 'DELETE',
      path: '/devices',
      summary: 'Forget all remembered devices',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      audit: ['auth.device.forgotten'],
      answer: { status: 204 },
      handle: async (call) => {
        await devices.forgetAll(call);
        return noContent();
      },
    }),
  ];
}
