# One image, three commands: main.js (HTTP), dist/worker/worker.js (clock-driven work), migrate.js (before both, once per release).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/web/package.json apps/web/
RUN npm ci
COPY . .
RUN npm run build && npm run build:web && npm prune --omit=dev --workspaces=false

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/apps/web/dist apps/web/dist
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "--min-semi-space-size=16", "dist/apps/api/src/main.js"]
