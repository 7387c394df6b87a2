// Plain JavaScript that an old Node understands too: it would stumble over the first type and say nothing of use.
const wanted = 24;

if (Number(process.versions.node.split('.')[0]) < wanted) {
  console.error(
    `Cartograph runs on Node ${wanted} and this is ${process.version}: start it with npx pnpm@12.21.0 start, which brings its own.`,
  );
  process.exit(1);
}
await import('./src/main.ts');
