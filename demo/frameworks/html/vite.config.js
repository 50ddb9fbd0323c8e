import { defineConfig } from 'vite';

export default defineConfig({ base: '/frameworks/html/', build: { target: 'es2022' } });
