/// <reference types="vite/client" />

declare module '*.css';
declare module '*.vue' {
  import type { Component } from 'vitepress';

  const component: Component;
  export default component;
}
