# VerseLink's image: the compiled application with what it needs to run, and nothing of the local stack or the sandbox.
# One image, three services: RUN (api, bot, worker) chooses what a container does.

# --- build: all packages, compiled -------------------------------------------------------------------------------
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY sandbox/package.json sandbox/
COPY console/package.json console/
COPY site/package.json site/
RUN npm ci --ignore-scripts
COPY nest-cli.json rolldown.config.js tsconfig.base.json tsconfig.json tsconfig.build.json ./
COPY src src
RUN npx nest build && npx rolldown -c && find dist -name '*.map' -delete
COPY packages/discord-view packages/discord-view
COPY console console
RUN npm run build -w console
COPY .env.example CHANGELOG.md ./
COPY docs docs
COPY site site
RUN npm run docs:build

# --- packages: what the application needs at run time ----------------------------------------------------------------
FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY sandbox/package.json sandbox/
COPY console/package.json console/
COPY site/package.json site/
# What only tools read is half of the packages: source maps, types, and TypeScript itself, which npm keeps since a package may use it.
# No package's own scripts run: they ask for money, or look for compilers.
RUN npm ci --omit=dev --ignore-scripts --workspaces=false --include-workspace-root && npm cache clean --force && \
  rm -rf node_modules/typescript node_modules/.bin && \
  find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' \) -delete

# --- run -----------------------------------------------------------------------------------------------------------------
FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/src dist/src
COPY --from=build /app/console/dist console/dist
COPY --from=build /app/site/dist site/dist
COPY package.json LICENSE ./
USER node
# 8080 is for everybody; 3000, the bot's internal API, belongs in a private network.
EXPOSE 8080 3000
# It writes to no file: run it with a read-only file system. The flag keeps what V8 has ready for short-lived objects at half of its
# usual size, which saves 15 MB.
CMD ["node", "--max-semi-space-size=8", "dist/src/main.js"]
