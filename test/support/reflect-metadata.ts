// What src/main.ts does first: Nest's decorators store their metadata with it.
import 'reflect-metadata';
