# syntax=docker/dockerfile:1

# Every package, to build with.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY prisma.config.ts tsconfig.json ./
COPY scripts scripts
COPY prisma prisma
COPY locales locales
COPY src src
RUN npm run generate && npm run build

# Only what the program needs while it runs. Without the embedded PostgreSQL (optional): the image works on the one that
# DATABASE_URL names. Without peers: Prisma's client lists its command line as one.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --omit=peer --ignore-scripts && npm cache clean --force

# Run it with DATABASE_URL set; compose.yaml does.
FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY prisma/migrations prisma/migrations
COPY prisma/seed prisma/seed
# The folder belongs to the user who runs the program, and so does a new volume that is mounted there.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: it receives the signal that stops the container and closes what is open.
CMD ["node", "dist/src/main.js", "serve"]
