/** What a card is known by across guides and builds: a guid is made with the two. */
export function originKey({id, guideId}: {readonly id: string; readonly guideId: string}): string {
  return `${guideId}\0${id}`
}
