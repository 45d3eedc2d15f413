/** The form of Discord's ids. They stay strings: they do not fit a JavaScript number. */
export const SNOWFLAKE = /^\d{17,20}$/;
