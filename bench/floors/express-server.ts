import express from 'express';
import { serve } from '../running/in-child.ts';

/** Express and nothing else: reads what is sent, answers as much as a session view has. */
const answer = { state: 'signed-in', filling: 'x'.repeat(500) };

const app = express();
app.use(express.json());
app.all('/{*path}', (_request, response) => void response.json(answer));
await serve(app);
