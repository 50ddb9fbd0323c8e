import { defineComponent, h, onMounted, useTemplateRef } from 'vue';

/**
 * An element of the kit with a client that plays a part: it can be clicked through, and no server is asked. It is made in the browser only, and
 * only when it comes into sight: pages are built where there is no DOM, and readers should not wait for what they don't look at.
 */
export const LiveElement = defineComponent({
  props: { tag: { type: String, required: true }, script: { type: String, default: '' } },
  setup({ tag, script }) {
    const stage = useTemplateRef<HTMLElement>('stage');
    onMounted(() => {
      const { value } = stage;
      if (!value) return;
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        void import('./stage.ts').then(({ play }) => play(value, tag, script));
      });
      seen.observe(value);
    });
    return () =>
      h('figure', { class: ['live', script] }, [
        h('div', { ref: 'stage', class: 'live-stage' }),
        h(
          'figcaption',
          'Live, on a client that plays a part: no server is asked. Any password but wrong and any code but 000000 is right.',
        ),
      ]);
  },
});
