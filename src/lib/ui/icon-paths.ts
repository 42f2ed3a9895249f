/** Of the icons of Bootstrap Italia (bootstrap-italia/src/svg, BSD-3-Clause) the few that are used. */
export const ICON_PATHS = {
  success:
    'M17.1 7.9l.7.7-7.8 7.6-4.7-4.6.7-.7 4 3.9zM22 12A10 10 0 1 1 12 2a10 10 0 0 1 10 10zm-1 0a9 9 0 1 0-9 9 9 9 0 0 0 9-9z',
  warning:
    'M12 2a10 10 0 1 0 10 10A10 10 0 0 0 12 2zm0 19a9 9 0 1 1 9-9 9 9 0 0 1-9 9zm-.5-6.8V5.7h1.2v8.5zm-.1 2.3h1.2v1.8h-1.2z',
  error:
    'M11.5 14.2V5.7h1.2v8.5zm-.1 4.1h1.2v-1.8h-1.2zM22 7.9v8.3L16.1 22H7.9L2 16.2V7.9L7.9 2h8.2zm-1 .4L15.7 3H8.3L3 8.3v7.5L8.3 21h7.4l5.3-5.2z',
  info: 'M12 2a10 10 0 1 0 10 10A10 10 0 0 0 12 2zm0 19a9 9 0 1 1 9-9 9 9 0 0 1-9 9zm-.7-15h1.5v2h-1.5zm0 3h1.5v9h-1.5z',
  clock:
    'M11.5 5h1v7.5H7v-1h4.5zM22 12A10 10 0 1 1 12 2a10 10 0 0 1 10 10zm-1 0a9 9 0 1 0-9 9 9 9 0 0 0 9-9z',
  menu: 'M22 5v1H2V5zM2 12.5h20v-1H2zM2 19h20v-1H2z',
  user: 'M12 13a4 4 0 0 0 4-4V6a4 4 0 0 0-8 0v3a4 4 0 0 0 4 4zM9 6a3 3 0 0 1 6 0v3a3 3 0 0 1-6 0zm11 16h-1a7 7 0 0 0-14 0H4a8 8 0 0 1 16 0z',
  arrow: 'M13.9 5.4l-.7.7 5.3 5.4H3v1h15.5l-5.3 5.4.7.7 6.6-6.6z',
} as const;
export type IconName = keyof typeof ICON_PATHS;
