export { generatePrismaClients } from './generate-prisma-clients.ts';
