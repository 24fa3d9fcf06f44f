# The site and its workers in one image; which of them run is chosen with `--only`.
FROM python:3.11-slim AS packages
COPY requirements/run.txt /tmp/run.txt
RUN python -m venv /opt/packages \
 && /opt/packages/bin/pip install --no-cache-dir --require-hashes --no-deps -r /tmp/run.txt

FROM python:3.11-slim
ENV PATH=/opt/packages/bin:$PATH \
    PYTHONPATH=/site:/site/platform \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    DATA_DIR=/data \
    STATIC_ROOT=/site/collected/static \
    HOST=0.0.0.0
RUN useradd --system --uid 10001 --home-dir /data --create-home site
COPY --from=packages /opt/packages /opt/packages
WORKDIR /site
COPY . .
# Neither secret nor address is used or kept: the settings only ask for them.
RUN SECRET_KEY=building SITE_URL=http://localhost DATA_DIR=/tmp/building python manage.py prepare --files \
 && rm -r /tmp/building
USER site
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=90s CMD ["python", "-m", "config.probe"]
CMD ["python", "manage.py", "serve", "--prepare"]
