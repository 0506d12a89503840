# docker build -t zonewright . && docker run --rm --network none -v "$PWD:/zones:ro" zonewright check .
FROM node:24-slim AS build
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run package:npm

FROM node:24-slim
COPY --from=build /source/dist/npm /opt/zonewright
RUN ln -s /opt/zonewright/dist/cli.js /usr/local/bin/zonewright && mkdir /zones
USER node
WORKDIR /zones
ENTRYPOINT ["zonewright"]
CMD ["--help"]
