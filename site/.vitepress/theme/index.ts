import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import Recording from './recording.vue';
import Scene from './scene.vue';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('Scene', Scene);
    app.component('Recording', Recording);
  },
};
export default theme;
