/** Files that a person chooses. */
import { api } from './api.js';

/** @param {File} file @returns {Promise<string>} */
export const dataUri = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('This file cannot be read.'));
    reader.readAsDataURL(file);
  });

/** Gives a file to the sandbox; its id stands for it in an option of a command or a field of a modal. @param {File} file @returns {Promise<string>} */
export async function upload(file) {
  const [, data = ''] = (await dataUri(file)).split(',');
  const { id } = await api.upload({
    filename: file.name,
    content_type: file.type || 'application/octet-stream',
    data,
  });
  return id;
}
